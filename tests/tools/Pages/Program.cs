// Looks at every page of the portal on the demonstration's records.
//   dotnet run --project tests/tools/Pages -- screenshots [NAME…]  pictures of every page (or those whose name contains a NAME, such as roster or -ar-360) in six languages, on a phone and a desk, in light and dark, into TestResults/pages
//   dotnet run --project tests/tools/Pages -- tour                 the pictures of the README, into docs/pictures
//   dotnet run --project tests/tools/Pages -- axe [NAME…]          accessibility of every page (or those) at three widths in English and Arabic, light and dark
//   dotnet run --project tests/tools/Pages -- measure [NAME]       bytes, first paint and usable time on a fast and on a slow line, server time; the README's table
using Concord.Embedded;
using Concord.Pages;

if (PagesOf.Missing is { } missing)
{
    await Console.Error.WriteLineAsync(missing);
    return 1;
}

var directory = Directory.CreateTempSubdirectory("concord-pages-");
try
{
    await using var platform = await EmbeddedPlatform.StartAsync(new EmbeddedOptions(directory.FullName, Port: 0, Demonstration: true));
    await using var pages = await PagesOf.StartAsync(platform.Address, platform.DemoSignInFile);
    switch (args)
    {
        case ["screenshots", .. var names]:
            await Screenshots.TakeAsync(pages, names);
            return 0;
        case ["tour"]:
            await Screenshots.TakeTourAsync(pages);
            return 0;
        case ["axe", .. var names]:
            return await Inspection.RunAsync(pages, names) == 0 ? 0 : 1;
        case ["measure", .. var names]:
            await Measurement.PrintAsync(pages, platform.Address, names.FirstOrDefault() ?? "");
            return 0;
        default:
            await Console.Error.WriteLineAsync("Say screenshots, tour, axe or measure.");
            return 2;
    }
}
finally
{
    directory.Delete(recursive: true);
}
