function Update-QuiesceState {
    <#
    .SYNOPSIS
    Changes the state under its lock: reads it, runs Change with it as the first argument, keeps and returns it.
    .DESCRIPTION
    Every change goes through here, so that a run that sends and a run that collects do not undo each other.
    #>
    [CmdletBinding()]
    [OutputType([Collections.Specialized.OrderedDictionary])]
    param([Parameter(Mandatory)] [scriptblock] $Change)

    $lock = Lock-QuiesceHome -Name 'state'
    try {
        $state = Get-QuiesceState
        [void] $Change.Invoke($state)
        Save-QuiesceState -State $state
        Get-QuiesceState
    }
    finally { $lock.Dispose() }
}
