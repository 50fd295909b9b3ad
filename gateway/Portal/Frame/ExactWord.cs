using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Routing.Constraints;

namespace Concord.Portal.Frame;

/// <summary>A word in a page's address as it is written, and in no other case: a page looks up what it stands for, and knows no <c>END</c>.</summary>
/// <param name="pattern">Of the word.</param>
internal sealed class ExactWord(string pattern) : RegexRouteConstraint(new Regex(pattern, RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1)));
