return await Concord.Gateway.GatewayHost.RunAsync(args);
