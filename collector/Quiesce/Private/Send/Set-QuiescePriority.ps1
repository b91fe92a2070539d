function Set-QuiescePriority {
    <#
    .SYNOPSIS
    Puts this process below normal priority: VMs come first.
    #>
    [CmdletBinding()]
    param()

    try { [Diagnostics.Process]::GetCurrentProcess().PriorityClass = [Diagnostics.ProcessPriorityClass]::BelowNormal }
    catch { $PSCmdlet.WriteVerbose("The priority stays as it is: $($_.Exception.Message)") }
}
