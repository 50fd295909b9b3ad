using Concord.Partners;
using Concord.Platform.Hosting;

return await ServiceHost.RunAsync<PartnersModule>(args);
