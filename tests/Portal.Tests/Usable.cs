using Concord.Pages;
using Microsoft.Playwright;

namespace Concord.Portal.Tests;

/// <summary>A page of a record that the demonstration does not hold is looked at in the journey that makes the record.</summary>
internal static class Usable
{
    /// <summary>Refuses what a person with a disability could not use, and what is wider than a phone.</summary>
    public static async Task RequireAsync(IPage page)
    {
        if (Axe.Missing is null && await page.EvaluateAsync<bool>("() => matchMedia('(scripting: enabled)').matches"))
        {
            Assert.Empty(await Axe.FindAsync(page)); // which is a script itself
        }

        await page.SetViewportSizeAsync(320, 800);
        Assert.Equal(0, await Axe.OverflowAsync(page));
        await page.SetViewportSizeAsync(1280, 900);
    }
}
