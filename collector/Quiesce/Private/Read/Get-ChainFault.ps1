function Get-ChainFault {
    # What an unopened file says of the chain: missing when its folder is there and it is not; broken when Hyper-V's own
    # error codes of disk files (0xC03Axxxx) say so; else it was merely not read from here.
    param([Parameter(Mandatory)] [hashtable] $Run, [Parameter(Mandatory)] [string] $Path, [Parameter(Mandatory)] $Cause, [Parameter(Mandatory)] [string] $Missing)

    if ($Cause.Reason -ne 'error') { return 'not-read' }
    $fault = if ($null -ne $Cause.Record) { $Cause.Record.Exception } else { $null }
    for ($depth = 0; $null -ne $fault -and $depth -lt 8; $depth++) {
        $number = [int64] $fault.HResult -band 0xFFFFFFFFL
        if (($number -band 0xFFFF0000L) -eq 0xC03A0000L) { return 'broken' }
        if ($number -eq 0x80070002L -or $fault -is [IO.FileNotFoundException]) { return $Missing }
        $fault = $fault.InnerException
    }
    $state = Invoke-Source -Run $Run -Reader 'Read-FileState' -With @{ Path = $Path }
    if ($state.Rows.Count -gt 0 -and $state.Rows[0] -eq 'missing') { return $Missing }
    return 'not-read'
}
