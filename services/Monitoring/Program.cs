using Concord.Monitoring;
using Concord.Platform.Hosting;

return await ServiceHost.RunAsync<MonitoringModule>(args);
