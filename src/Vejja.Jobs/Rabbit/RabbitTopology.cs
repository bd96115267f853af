using RabbitMQ.Client;
using Vejja.Domain.Documents;

namespace Vejja.Jobs.Rabbit;

/// <summary>The queues: for each stage one for urgent jobs and one for the others, all quorum queues, and one for what could not be delivered.</summary>
internal static class RabbitTopology
{
    /// <summary>Where a message goes that was returned too often; the database still has its job.</summary>
    public const string DeadQueue = "vejja.dead";

    /// <summary>Returns of one message before it is dead.</summary>
    private const int DeliveryLimit = 10;

    /// <summary>Jobs of this priority and above are urgent.</summary>
    private const int Urgent = 6;

    /// <summary>The queue of a job. A quorum queue of RabbitMQ 3.10 knows no priorities, so there are two queues.</summary>
    public static string QueueOf(Stage stage, int priority) => $"vejja.{stage.ToString().ToLowerInvariant()}.{(priority >= Urgent ? "urgent" : "normal")}";

    /// <summary>Both queues of a stage.</summary>
    public static string[] QueuesOf(Stage stage) => [QueueOf(stage, Urgent), QueueOf(stage, 0)];

    /// <summary>Declares everything; nothing happens where it is there.</summary>
    public static async Task DeclareAsync(IChannel channel, CancellationToken cancellation)
    {
        await DeclareAsync(channel, DeadQueue, new() { ["x-queue-type"] = "quorum" }, cancellation);
        foreach (var queue in Enum.GetValues<Stage>().SelectMany(QueuesOf))
        {
            await DeclareAsync(channel, queue, new()
            {
                ["x-queue-type"] = "quorum",
                ["x-delivery-limit"] = DeliveryLimit,
                ["x-dead-letter-exchange"] = "",
                ["x-dead-letter-routing-key"] = DeadQueue,
            }, cancellation);
        }
    }

    private static Task<QueueDeclareOk> DeclareAsync(IChannel channel, string queue, Dictionary<string, object?> arguments, CancellationToken cancellation) =>
        channel.QueueDeclareAsync(queue, durable: true, exclusive: false, autoDelete: false, arguments, cancellationToken: cancellation);
}
