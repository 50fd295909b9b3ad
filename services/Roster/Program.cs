using Concord.Platform.Hosting;
using Concord.Roster;
using Concord.Roster.Synthetic;

return args is ["synthesize", ..] ? await SynthesizeCommand.RunAsync(args[1..]) : await ServiceHost.RunAsync<RosterModule>(args);
