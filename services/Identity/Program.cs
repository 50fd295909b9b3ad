using Concord.Identity;
using Concord.Platform.Hosting;

return await ServiceHost.RunAsync<IdentityModule>(args);
