function Read-Program {
    # The only place where an external program runs. Three are known, each with fixed arguments, because Windows offers
    # no class or cmdlet for what they tell. Returns the lines of standard output; throws TimeoutException when the
    # program takes too long and InvalidOperationException with its exit code when it fails.
    param([Parameter(Mandatory)] [ValidateSet('writers', 'components', 'rights')] [string] $What, [string] $File, [int] $TimeoutSeconds = 180)

    $system = [Environment]::SystemDirectory
    $start = [Diagnostics.ProcessStartInfo]::new()
    switch ($What) {
        'writers' { $start.FileName = [IO.Path]::Combine($system, 'vssadmin.exe'); $start.Arguments = 'list writers' }
        'components' { $start.FileName = [IO.Path]::Combine($system, 'diskshadow.exe') }
        'rights' { $start.FileName = [IO.Path]::Combine($system, 'secedit.exe'); $start.Arguments = "/export /areas USER_RIGHTS /cfg ""$File"" /quiet" }
    }
    $start.UseShellExecute = $false
    $start.CreateNoWindow = $true
    $start.RedirectStandardOutput = $true
    $start.RedirectStandardInput = $true
    $start.StandardOutputEncoding = Get-ConsoleEncoding
    $process = [Diagnostics.Process]::Start($start)
    try {
        $output = $process.StandardOutput.ReadToEndAsync()
        if ($What -eq 'components') { $process.StandardInput.WriteLine('list writers detailed'); $process.StandardInput.WriteLine('exit') }
        $process.StandardInput.Close()
        if (-not $output.Wait($TimeoutSeconds * 1000) -or -not $process.WaitForExit(5000)) {
            $process.Kill()
            throw [TimeoutException]::new("$($start.FileName) took more than $TimeoutSeconds seconds.")
        }
        if ($process.ExitCode -ne 0 -and $What -ne 'components') {
            throw [InvalidOperationException]::new("$($start.FileName) $($start.Arguments) ended with exit code $($process.ExitCode).")
        }
        $output.Result -split '\r\n|\n|\r'
    }
    finally { $process.Dispose() }
}
