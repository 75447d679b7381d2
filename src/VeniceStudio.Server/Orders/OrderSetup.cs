using VeniceStudio.Server.Hosting;
using VeniceStudio.Server.Work;

namespace VeniceStudio.Server.Orders;

public static class OrderSetup
{
    /// <summary>What all orders share.</summary>
    public static void AddOrders(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddSingleton<OrderDesk>();
        services.AddSingleton<PollPlan>();
        services.AddSingleton<Pacer>();
        services.AddSingleton<WorkBell>();
        services.AddSingleton<FirstAnswer>();
        services.AddSingleton(provider => new WorkOptions { Lease = TimeSpan.FromSeconds(provider.GetRequiredService<StudioOptions>().LeaseSeconds) });
    }

    /// <summary>One kind of order with its trade and its own work loop.</summary>
    public static void AddTrade<T, TTrade>(this IServiceCollection services)
        where T : PaidOrder, IOrderTable
        where TTrade : class, IOrderTrade<T>
    {
        services.AddSingleton<IOrderTrade<T>, TTrade>();
        services.AddSingleton<OrderMoves<T>>();
        services.AddSingleton<OrderSubmitting<T>>();
        services.AddSingleton<OrderWatching<T>>();
        services.AddSingleton<OrderCollecting<T>>();
        services.AddSingleton<OrderCleaning<T>>();
        services.AddSingleton<IPipeline<T>, OrderPipeline<T>>();
        services.AddSingleton<PipelineWorker<T>>();
        services.AddBackgroundWork<PipelineWorker<T>>();
    }
}
