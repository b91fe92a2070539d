function Get-FailedVms {
    # Which VMs the errors of a bulk call name, by GUID, each with a result that holds only its own errors.
    param([Parameter(Mandatory)] [hashtable] $Result)

    $failed = @{}
    foreach ($cause in $Result.Errors) {
        if ($null -eq $cause.Record) { continue }
        $target = $cause.Record.TargetObject
        $id = ConvertTo-GuidText (Get-Value $target 'VMId')
        if ($null -eq $id) { $id = ConvertTo-GuidText (Get-Value $target 'Id') }
        if ($null -eq $id) { $id = ConvertTo-GuidText "$target" }
        if ($null -eq $id) { continue }
        if (-not $failed.ContainsKey($id)) { $failed[$id] = @{ Label = $Result.Label; Errors = [Collections.Generic.List[object]]::new(); Rows = @(); Failed = $true } }
        $failed[$id].Errors.Add($cause)
    }
    return $failed
}
