using Concord.Designation;
using Concord.Platform.Hosting;

return await ServiceHost.RunAsync<DesignationModule>(args);
