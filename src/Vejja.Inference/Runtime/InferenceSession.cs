using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Vejja.Inference.Interop;

namespace Vejja.Inference.Runtime;

/// <summary>A loaded ONNX model. Safe to be run by several threads at once.</summary>
public sealed unsafe class InferenceSession : IDisposable
{
    private const int FloatElement = 1, AllOptimizations = 99;

    private readonly OrtHandle session;
    private readonly byte[][] inputNames;
    private readonly byte[][] outputNames;

    /// <summary>Loads a model.</summary>
    /// <param name="model">The bytes of an ONNX file.</param>
    /// <param name="options">Threads.</param>
    /// <exception cref="OnnxRuntimeException">The bytes are no model that this runtime can run.</exception>
    public InferenceSession(ReadOnlySpan<byte> model, SessionOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var runtime = OnnxRuntime.Current;
        using var settings = Settings(runtime, options);
        nint created;
        fixed (byte* bytes = model)
        {
            runtime.Check(((delegate* unmanaged[Cdecl]<nint, byte*, nuint, nint, nint*, nint>)runtime.Function(OrtFunction.CreateSessionFromArray))(
                runtime.Environment, bytes, (nuint)model.Length, settings.DangerousGetHandle(), &created));
        }

        session = new OrtHandle(created, OrtFunction.ReleaseSession);
        inputNames = Names(OrtFunction.SessionGetInputCount, OrtFunction.SessionGetInputName);
        outputNames = Names(OrtFunction.SessionGetOutputCount, OrtFunction.SessionGetOutputName);
    }

    /// <summary>Names of the inputs, in order.</summary>
    public ImmutableArray<string> Inputs => [.. inputNames.Select(Text)];

    /// <summary>Names of the outputs, in order.</summary>
    public ImmutableArray<string> Outputs => [.. outputNames.Select(Text)];

    /// <summary>Runs the model with its first input and gives its first output.</summary>
    /// <exception cref="OnnxRuntimeException">The shape does not fit the model.</exception>
    public Tensor Run(Tensor input)
    {
        ArgumentNullException.ThrowIfNull(input);
        var runtime = OnnxRuntime.Current;
        bool isHeld = false;
        try
        {
            session.DangerousAddRef(ref isHeld);
            fixed (float* values = input.Values)
            fixed (long* shape = input.Shape.AsSpan())
            fixed (byte* inputName = inputNames[0])
            fixed (byte* outputName = outputNames[0])
            {
                nint value, result = 0;
                runtime.Check(((delegate* unmanaged[Cdecl]<nint, void*, nuint, long*, nuint, int, nint*, nint>)runtime.Function(OrtFunction.CreateTensorWithDataAsOrtValue))(
                    runtime.CpuMemory, values, (nuint)input.Values.Length * sizeof(float), shape, (nuint)input.Shape.Length, FloatElement, &value));
                using var owned = new OrtHandle(value, OrtFunction.ReleaseValue);
                runtime.Check(((delegate* unmanaged[Cdecl]<nint, nint, byte**, nint*, nuint, byte**, nuint, nint*, nint>)runtime.Function(OrtFunction.Run))(
                    session.DangerousGetHandle(), 0, &inputName, &value, 1, &outputName, 1, &result));
                using var output = new OrtHandle(result, OrtFunction.ReleaseValue);
                return Read(runtime, result);
            }
        }
        finally
        {
            if (isHeld)
                session.DangerousRelease();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => session.Dispose();

    private static OrtHandle Settings(OnnxRuntime runtime, SessionOptions options)
    {
        nint created;
        runtime.Check(((delegate* unmanaged[Cdecl]<nint*, nint>)runtime.Function(OrtFunction.CreateSessionOptions))(&created));
        var settings = new OrtHandle(created, OrtFunction.ReleaseSessionOptions);
        Set(OrtFunction.SetIntraOpNumThreads, options.Threads);
        Set(OrtFunction.SetInterOpNumThreads, 1);
        Set(OrtFunction.SetSessionGraphOptimizationLevel, AllOptimizations);
        // The arena never gives memory back: pages and lines of many sizes would make it grow to gigabytes.
        runtime.Check(((delegate* unmanaged[Cdecl]<nint, nint>)runtime.Function(OrtFunction.DisableCpuMemArena))(created));
        runtime.Check(((delegate* unmanaged[Cdecl]<nint, nint>)runtime.Function(OrtFunction.DisableMemPattern))(created));
        // Waiting threads sleep instead of burning a shared processor.
        Configure("session.intra_op.allow_spinning\0"u8, "0\0"u8);
        // Without VNNI a processor cuts sums of 8-bit products off at 16 bits; the way around it takes twice the time (docs/recognizer.md).
        if (!Processor.HasVnni)
            Configure("session.x64quantprecision\0"u8, "1\0"u8);
        return settings;

        void Set(OrtFunction function, int value) =>
            runtime.Check(((delegate* unmanaged[Cdecl]<nint, int, nint>)runtime.Function(function))(settings.DangerousGetHandle(), value));

        void Configure(ReadOnlySpan<byte> key, ReadOnlySpan<byte> value)
        {
            fixed (byte* name = key)
            fixed (byte* text = value)
                runtime.Check(((delegate* unmanaged[Cdecl]<nint, byte*, byte*, nint>)runtime.Function(OrtFunction.AddSessionConfigEntry))(settings.DangerousGetHandle(), name, text));
        }
    }

    private byte[][] Names(OrtFunction count, OrtFunction name)
    {
        var runtime = OnnxRuntime.Current;
        nint allocator;
        nuint number;
        runtime.Check(((delegate* unmanaged[Cdecl]<nint*, nint>)runtime.Function(OrtFunction.GetAllocatorWithDefaultOptions))(&allocator));
        runtime.Check(((delegate* unmanaged[Cdecl]<nint, nuint*, nint>)runtime.Function(count))(session.DangerousGetHandle(), &number));
        var names = new byte[(int)number][];
        for (int i = 0; i < names.Length; i++)
        {
            byte* text;
            runtime.Check(((delegate* unmanaged[Cdecl]<nint, nuint, nint, byte**, nint>)runtime.Function(name))(session.DangerousGetHandle(), (nuint)i, allocator, &text));
            // With the closing zero, as the calls want it.
            names[i] = [.. MemoryMarshal.CreateReadOnlySpanFromNullTerminated(text), 0];
            runtime.Check(((delegate* unmanaged[Cdecl]<nint, void*, nint>)runtime.Function(OrtFunction.AllocatorFree))(allocator, text));
        }

        return names;
    }

    private static Tensor Read(OnnxRuntime runtime, nint value)
    {
        nint description;
        runtime.Check(((delegate* unmanaged[Cdecl]<nint, nint*, nint>)runtime.Function(OrtFunction.GetTensorTypeAndShape))(value, &description));
        using var owned = new OrtHandle(description, OrtFunction.ReleaseTensorTypeAndShapeInfo);
        int type;
        nuint dimensions;
        runtime.Check(((delegate* unmanaged[Cdecl]<nint, int*, nint>)runtime.Function(OrtFunction.GetTensorElementType))(description, &type));
        if (type != FloatElement)
            throw new NotSupportedException($"The model's output has the element type {type}; only float32 is read.");
        runtime.Check(((delegate* unmanaged[Cdecl]<nint, nuint*, nint>)runtime.Function(OrtFunction.GetDimensionsCount))(description, &dimensions));
        var shape = new long[(int)dimensions];
        fixed (long* lengths = shape)
            runtime.Check(((delegate* unmanaged[Cdecl]<nint, long*, nuint, nint>)runtime.Function(OrtFunction.GetDimensions))(description, lengths, dimensions));
        float* values;
        runtime.Check(((delegate* unmanaged[Cdecl]<nint, float**, nint>)runtime.Function(OrtFunction.GetTensorMutableData))(value, &values));
        int count = (int)shape.Aggregate(1L, (product, length) => product * length);
        return new Tensor([.. shape], new ReadOnlySpan<float>(values, count).ToArray());
    }

    private static string Text(byte[] name) => System.Text.Encoding.UTF8.GetString(name.AsSpan(0, name.Length - 1));
}
