using System.Text;
using ClaimInsights.App;

Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
return CommandLine.Run(args, new Terminal(Console.Out, Console.Error, IsInteractive: !Console.IsErrorRedirected, TimeProvider.System));
