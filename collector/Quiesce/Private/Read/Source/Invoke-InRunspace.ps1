function Invoke-InRunspace {
    # Runs one reader with a limit of time. The runspace knows this module's readers by their own definitions, nothing
    # else; a call that hangs is stopped in the background and its runspace is not used again.
    param([Parameter(Mandatory)] [hashtable] $Run, [Parameter(Mandatory)] [string] $Reader, [hashtable] $With)

    if ($null -eq $Run.Runspace) {
        $state = [Management.Automation.Runspaces.InitialSessionState]::CreateDefault2()
        foreach ($function in $ExecutionContext.SessionState.InvokeCommand.GetCommands('*', [Management.Automation.CommandTypes]::Function, $true)) {
            if ($function.ModuleName -eq 'Quiesce') { $state.Commands.Add([Management.Automation.Runspaces.SessionStateFunctionEntry]::new($function.Name, $function.Definition)) }
        }
        $Run.Runspace = [Management.Automation.Runspaces.RunspaceFactory]::CreateRunspace($state)
        $Run.Runspace.Open()
        $Run.Runspace.SessionStateProxy.SetVariable('ErrorActionPreference', 'Stop')
    }
    $shell = [Management.Automation.PowerShell]::Create()
    $shell.Runspace = $Run.Runspace
    [void] $shell.AddCommand($Reader).AddParameters($With)
    $pending = $shell.BeginInvoke()
    # A reader with a limit of its own gets the time to end what it started.
    $patience = $Run.CallSeconds + $(if ($With.ContainsKey('TimeoutSeconds')) { 15 } else { 0 })
    if (-not $pending.AsyncWaitHandle.WaitOne($patience * 1000)) {
        [void] $shell.BeginStop($null, $null)
        $Run.Runspace = $null
        throw [TimeoutException]::new("$Reader took more than $($Run.CallSeconds) seconds.")
    }
    try {
        $shell.EndInvoke($pending)
        foreach ($record in $shell.Streams.Error) { $record }
    }
    catch [Management.Automation.MethodInvocationException] {
        $inner = $_.Exception.InnerException
        if ($inner -isnot [Management.Automation.RuntimeException]) { throw }
        $inner.ErrorRecord
    }
    finally { $shell.Dispose() }
}
