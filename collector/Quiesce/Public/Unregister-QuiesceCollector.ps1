function Unregister-QuiesceCollector {
    <#
    .SYNOPSIS
    Removes the scheduled task, the credentials, the state and the spool from this machine.
    .DESCRIPTION
    What the collector installed is removed; the module's own files stay. The dashboard keeps the host's last inventory
    and shows it as aging; revoke the collector there as well. -WhatIf tells each step and does none.
    .PARAMETER KeepState
    Keeps the install id and sequence, for a later enrolment that counts on.
    .PARAMETER WhatIf
    Says what would be removed and removes nothing.
    .PARAMETER Confirm
    Asks before each step.
    .OUTPUTS
    None.
    .EXAMPLE
    Unregister-QuiesceCollector
    Removes everything that Register-QuiesceCollector installed.
    .EXAMPLE
    Unregister-QuiesceCollector -WhatIf
    Says what would be removed.
    #>
    [CmdletBinding(SupportsShouldProcess, ConfirmImpact = 'High')]
    [OutputType([void])]
    param([switch] $KeepState)

    Assert-QuiesceFullLanguage
    try { $state = Get-QuiesceState }
    catch {
        if ($KeepState) { throw }
        $state = @{ CollectorId = 'this collector' }
    }
    if ($PSCmdlet.ShouldProcess('\Quiesce\Quiesce collector', 'Remove the scheduled task')) { Remove-QuiesceTask }
    if ($PSCmdlet.ShouldProcess((Get-QuiesceHome), 'Remove credentials, spool and refused documents')) {
        Write-QuiesceEvent -Id 103 -Level Information -Text "The collector is removed. Revoke $($state.CollectorId) in the dashboard as well."
        Remove-QuiesceHome
        if ($KeepState) {
            $kept = Get-QuiesceState
            $kept.InstallId = $state.InstallId
            $kept.Epoch = $state.Epoch
            $kept.Sequence = $state.Sequence
            Save-QuiesceState -State $kept
        }
    }
    if ($PSCmdlet.ShouldProcess('Application', 'Remove the event log source Quiesce')) {
        try { Uninstall-QuiesceEventSource }
        catch { $PSCmdlet.WriteVerbose("The event log source stays: $($_.Exception.Message)") }
    }
}
