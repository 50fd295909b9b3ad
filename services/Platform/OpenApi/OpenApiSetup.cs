using System.Text.Json.Nodes;
using Concord.Platform.Errors;
using Concord.Platform.Http;
using Concord.Platform.Idempotency;
using Concord.Platform.Mesh;
using Concord.Platform.Persistence;
using Concord.Platform.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;

namespace Concord.Platform.OpenApi;

/// <summary>What every operation shares is described here once: errors, the idempotency key, entity tags, the permission it needs.</summary>
internal static class OpenApiSetup
{
    public static void AddServiceOpenApi(this IServiceCollection services, string service) => services.AddOpenApi("v1", o =>
    {
        o.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
        var fields = new FieldDescriptions();
        o.AddDocumentTransformer((document, _, _) =>
        {
            document.Info = new OpenApiInfo { Title = $"Concord {service}", Version = "v1" };
            document.Servers = [];
            fields.AddTo(document);
            return Task.CompletedTask;
        });
        o.AddSchemaTransformer((schema, context, _) =>
        {
            fields.Note(context.JsonTypeInfo);
            if (context.JsonTypeInfo.Type is { IsValueType: true } type && Array.Exists(type.GetInterfaces(), i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IStrongId<>)))
            {
                schema.Type = JsonSchemaType.String;
                schema.Format = "uuid";
            }

            if (context.JsonTypeInfo.Type is { IsGenericType: true } choice && choice.GetGenericTypeDefinition() == typeof(Choice<>))
            {
                Words(schema, choice.GetGenericArguments()[0]);
                schema.Properties = null;
                schema.Required = null;
            }

            if ((Nullable.GetUnderlyingType(context.JsonTypeInfo.Type) ?? context.JsonTypeInfo.Type) is { IsEnum: true } words)
            {
                Words(schema, words);
            }

            if (context.JsonTypeInfo.ElementType is { IsEnum: true } element)
            {
                schema.Items = Words(new OpenApiSchema(), element);
            }

            // The generator calls every constructor parameter required; what may be null may be left out, and is left out of answers.
            foreach (var optional in context.JsonTypeInfo.Properties.Where(p => p.IsGetNullable || Nullable.GetUnderlyingType(p.PropertyType) is not null))
            {
                schema.Required?.Remove(optional.Name);
            }

            return Task.CompletedTask;
        });
        o.AddOperationTransformer(async (operation, context, cancellationToken) =>
        {
            var metadata = context.Description.ActionDescriptor.EndpointMetadata;
            var problem = await context.GetOrCreateSchemaAsync(typeof(Problem), null, cancellationToken);
            context.Document!.AddComponent("Problem", problem);
            OperationDescription.Complete(operation, context, metadata);
        });
    });

    private static OpenApiSchema Words(OpenApiSchema schema, Type enumeration)
    {
        var names = (IEnumerable<string>)typeof(Choice<>).MakeGenericType(enumeration).GetProperty(nameof(Choice<>.Names))!.GetValue(null)!;
        schema.Type = JsonSchemaType.String;
        schema.Enum = [.. names.Select(n => JsonValue.Create(n))];
        return schema;
    }

    public static void MapServiceOpenApi(this IEndpointRouteBuilder routes) =>
        routes.MapOpenApi("/openapi/{documentName}.json").AskedBy(AskedByAttribute.Gateway).OpenToAll("The surface is public; the gateway merges it.");
}

internal static class OperationDescription
{
    public static void Complete(OpenApiOperation operation, OpenApiOperationTransformerContext context, IList<object> metadata)
    {
        var method = context.Description.HttpMethod;
        var changes = method == "POST" && metadata.OfType<ChangesSomething>().Any() && !metadata.OfType<ReadsOnly>().Any();
        var onWhatWasRead = method is "PATCH" or "PUT" || metadata.OfType<OnWhatWasRead>().Any();
        operation.Parameters ??= [];

        // Endpoints whose code the compiler makes call every list required; none has to be sent.
        foreach (var list in operation.Parameters.OfType<OpenApiParameter>().Where(p => p.In == ParameterLocation.Query && p.Schema?.Type?.HasFlag(JsonSchemaType.Array) == true))
        {
            list.Required = false;
        }

        if (changes)
        {
            operation.Parameters.Add(Header(IdempotencyMiddleware.Header, required: true, "Fresh for each new request, the same for a retry of it.", "5f0c7c1e-6a5b-4b0e-9a54-1d2f6a4e0c11"));
        }

        if (onWhatWasRead)
        {
            operation.Parameters.Add(Header("If-Match", required: true, "The ETag you read.", "\"3\""));
        }

        if (metadata.OfType<NeedsAttribute>().LastOrDefault() is { } needs)
        {
            operation.Description = $"{operation.Description}{(string.IsNullOrEmpty(operation.Description) ? "" : "\n\n")}Needs the permission `{needs.Permission}`.";
            operation.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference("concord", context.Document)] = [] }];
            Add(operation, context, "401", "No valid token.");
            Add(operation, context, "403", "The caller's roles do not carry the permission.");
        }

        if (context.Description.RelativePath?.Contains('{', StringComparison.Ordinal) == true)
        {
            Add(operation, context, "404", "Does not exist for this caller.");
        }

        if (method is "POST" or "PATCH" or "PUT")
        {
            Add(operation, context, "400", "A field or the body is not valid; `errors` names each.");
            Add(operation, context, "409", "Not in this state, or someone else changed it at the same moment.");
            Add(operation, context, "412", "It changed since it was read.");
            Add(operation, context, "422", "At odds with something already recorded.");
        }
        else
        {
            Add(operation, context, "400", "A parameter is not valid; `errors` names it.");
        }

        if (onWhatWasRead)
        {
            Add(operation, context, "428", "If-Match is missing.");
        }

        Add(operation, context, "503", "A service does not answer; Retry-After says when to retry.");
    }

    private static OpenApiParameter Header(string name, bool required, string description, string example) => new()
    {
        Name = name,
        In = ParameterLocation.Header,
        Required = required,
        Description = description,
        Schema = new OpenApiSchema { Type = JsonSchemaType.String },
        Example = JsonValue.Create(example),
    };

    private static void Add(OpenApiOperation operation, OpenApiOperationTransformerContext context, string status, string description)
    {
        operation.Responses ??= [];
        operation.Responses.TryAdd(status, new OpenApiResponse
        {
            Description = description,
            Content = new Dictionary<string, OpenApiMediaType>
            {
                ["application/problem+json"] = new() { Schema = new OpenApiSchemaReference("Problem", context.Document) },
            },
        });
    }
}
