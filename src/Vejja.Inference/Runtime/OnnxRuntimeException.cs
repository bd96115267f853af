namespace Vejja.Inference.Runtime;

/// <summary>ONNX Runtime refused a call: a broken model, a wrong shape, too little memory.</summary>
/// <param name="message">What it said.</param>
/// <param name="code"><c>OrtErrorCode</c>: 1 fail, 2 invalid argument, 3 no such file, 7 invalid protobuf and so on.</param>
public sealed class OnnxRuntimeException(string message, int code) : Exception(message)
{
    /// <summary><c>OrtErrorCode</c>.</summary>
    public int Code { get; } = code;
}
