function Add-QuiesceCollection {
    <#
    .SYNOPSIS
    Reads this machine and puts the document into the spool.
    #>
    [CmdletBinding()]
    param()

    $options = @{ PassThru = $true }
    $access = @((Get-QuiesceState).GuestAccess | Where-Object { $null -ne $_ })
    if ($access.Count -gt 0) { $options['GuestAccess'] = [string[]] $access }
    $collected = Invoke-QuiesceCollection @options
    $path = Add-QuiesceSpoolItem -Json $collected.Json -DocumentId $collected.DocumentId -State (Get-QuiesceState)
    $PSCmdlet.WriteVerbose("Read $($collected.Vms) VMs; the document waits as $path.")
}
