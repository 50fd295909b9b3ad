using System.Reflection;
using System.Reflection.Emit;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;

namespace Concord.SqlServer.Tests.Coverage;

/// <param name="Method">Token of the method that calls.</param>
/// <param name="Offset">Of the instruction in it.</param>
/// <param name="Declaring">Full name of the type whose method is called.</param>
/// <param name="Name">The method called.</param>
internal sealed record Call(int Method, int Offset, string Declaring, string Name);

/// <summary>Every call that the compiled methods of an assembly make.</summary>
internal static class Instructions
{
    private static readonly Dictionary<short, OpCode> Codes = typeof(OpCodes).GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(f => (OpCode)f.GetValue(null)!).ToDictionary(c => c.Value);

    public static IEnumerable<Call> CallsIn(Assembly assembly)
    {
        using var file = new PEReader(File.OpenRead(assembly.Location));
        var metadata = file.GetMetadataReader();
        foreach (var handle in metadata.MethodDefinitions)
        {
            var method = metadata.GetMethodDefinition(handle);
            if (method.RelativeVirtualAddress != 0)
            {
                foreach (var (offset, target) in Targets(file.GetMethodBody(method.RelativeVirtualAddress).GetILBytes()!))
                {
                    var (declaring, name) = NameOf(metadata, MetadataTokens.EntityHandle(target));
                    yield return new Call(MetadataTokens.GetToken(handle), offset, declaring, name);
                }
            }
        }
    }

    private static IEnumerable<(int Offset, int Target)> Targets(byte[] code)
    {
        for (var at = 0; at < code.Length;)
        {
            var start = at;
            var value = code[at] == 0xFE ? (short)(0xFE00 | code[at + 1]) : code[at];
            at += code[at] == 0xFE ? 2 : 1;
            var operand = Codes[value].OperandType;
            if (operand == OperandType.InlineMethod)
            {
                yield return (start, BitConverter.ToInt32(code, at));
            }

            at += operand switch
            {
                OperandType.InlineNone => 0,
                OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
                OperandType.InlineVar => 2,
                OperandType.InlineI8 or OperandType.InlineR => 8,
                OperandType.InlineSwitch => 4 + (4 * BitConverter.ToInt32(code, at)),
                _ => 4,
            };
        }
    }

    private static (string Declaring, string Name) NameOf(MetadataReader metadata, EntityHandle method)
    {
        switch (method.Kind)
        {
            case HandleKind.MethodSpecification: return NameOf(metadata, metadata.GetMethodSpecification((MethodSpecificationHandle)method).Method);
            case HandleKind.MethodDefinition:
                var own = metadata.GetMethodDefinition((MethodDefinitionHandle)method);
                return (TypeName(metadata, own.GetDeclaringType()), metadata.GetString(own.Name));
            default:
                var other = metadata.GetMemberReference((MemberReferenceHandle)method);
                return (TypeName(metadata, other.Parent), metadata.GetString(other.Name));
        }
    }

    private static string TypeName(MetadataReader metadata, EntityHandle type)
    {
        switch (type.Kind)
        {
            case HandleKind.TypeDefinition:
                var own = metadata.GetTypeDefinition((TypeDefinitionHandle)type);
                return $"{metadata.GetString(own.Namespace)}.{metadata.GetString(own.Name)}";
            case HandleKind.TypeReference:
                var other = metadata.GetTypeReference((TypeReferenceHandle)type);
                return $"{metadata.GetString(other.Namespace)}.{metadata.GetString(other.Name)}";
            case HandleKind.TypeSpecification:
                // A type with arguments, such as DbSet<Note>: 0x15, class or value type, the type itself.
                var signature = metadata.GetBlobReader(metadata.GetTypeSpecification((TypeSpecificationHandle)type).Signature);
                return signature.ReadByte() == 0x15 && signature.ReadByte() is 0x11 or 0x12 ? TypeName(metadata, signature.ReadTypeHandle()) : "";
            default: return "";
        }
    }
}
