Console.WriteLine("claiminsights");
