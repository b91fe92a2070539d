function Get-FailedVms {
    # Which VMs the errors of a bulk call cost, by GUID, each with a result that holds only its own errors. An error that
    # names no VM costs every VM of which the call brought nothing: an empty list there would be a guess.
    param([Parameter(Mandatory)] [hashtable] $Run, [Parameter(Mandatory)] [hashtable] $Result)

    $failed = @{}
    $nameless = [Collections.Generic.List[object]]::new()
    foreach ($cause in $Result.Errors) {
        $target = if ($null -ne $cause.Record) { $cause.Record.TargetObject } else { $null }
        $id = ConvertTo-GuidText (Get-Value $target 'VMId')
        if ($null -eq $id) { $id = ConvertTo-GuidText (Get-Value $target 'Id') }
        if ($null -eq $id) { $id = ConvertTo-GuidText "$target" }
        if ($null -eq $id -or -not $Run.Vms.Contains($id)) { $nameless.Add($cause); continue }
        if (-not $failed.ContainsKey($id)) { $failed[$id] = @{ Label = $Result.Label; Errors = [Collections.Generic.List[object]]::new(); Rows = @(); Failed = $true } }
        $failed[$id].Errors.Add($cause)
    }
    if ($nameless.Count -eq 0) { return $failed }
    $brought = @{}
    foreach ($row in $Result.Rows) { $brought["$(ConvertTo-GuidText (Get-Value $row 'VMId'))"] = $true }
    foreach ($id in $Run.Vms.Keys) {
        if (-not $failed.ContainsKey($id) -and -not $brought.ContainsKey($id)) { $failed[$id] = @{ Label = $Result.Label; Errors = $nameless; Rows = @(); Failed = $true } }
    }
    return $failed
}
