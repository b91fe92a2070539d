function Add-QuiesceCollection {
    <#
    .SYNOPSIS
    Reads what this collector is for (this machine, older hosts over WMI, a VMM server) and puts the document into the spool.
    #>
    [CmdletBinding()]
    param()

    $state = Get-QuiesceState
    if (-not [string]::IsNullOrEmpty($state.VMMServer)) { $collected = Export-QuiesceScvmm -VMMServer $state.VMMServer -PassThru }
    else {
        $options = @{ PassThru = $true }
        foreach ($name in 'GuestAccess', 'ComputerName') {
            $values = @($state[$name] | Where-Object { -not [string]::IsNullOrEmpty($_) })
            if ($values.Count -gt 0) { $options[$name] = [string[]] $values }
        }
        if (-not [string]::IsNullOrEmpty($state.GuestFolder)) { $options['GuestFolder'] = $state.GuestFolder }
        $collected = Invoke-QuiesceCollection @options
    }
    $path = Add-QuiesceSpoolItem -Json $collected.Json -DocumentId $collected.DocumentId -State (Get-QuiesceState)
    $PSCmdlet.WriteVerbose("Read $($collected.Vms) VMs; the document waits as $path.")
}
