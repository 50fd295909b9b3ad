await Concord.Gateway.GatewayHost.Build(args).RunAsync();
