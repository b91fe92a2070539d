function Step-QuiesceSequence {
    <#
    .SYNOPSIS
    Takes the next sequence number and returns the state with it.
    .DESCRIPTION
    The number is kept before it is used: a run that dies leaves a gap, never a number used twice. When the collector is
    not enrolled and its folder cannot be written, as in a first look by a plain user, InstallId, Epoch and Sequence are
    null.
    #>
    [CmdletBinding()]
    [OutputType([Collections.Specialized.OrderedDictionary])]
    param()

    try {
        Update-QuiesceState -Change { param($state) $state.Sequence = [long] $state.Sequence + 1 }
    }
    catch {
        $state = Get-QuiesceState
        if ($null -ne $state.CollectorId) { throw }
        $PSCmdlet.WriteVerbose("The folder $(Get-QuiesceHome) cannot be written, so this document has no sequence number: $($_.Exception.Message)")
        $state.InstallId = $null
        $state.Epoch = $null
        $state.Sequence = $null
        $state
    }
}
