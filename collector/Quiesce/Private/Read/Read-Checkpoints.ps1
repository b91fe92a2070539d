function Read-Checkpoints {
    # Checkpoints of all VMs, recovery checkpoints of backups among them: one call.
    param([Parameter(Mandatory)] [hashtable] $Run)

    $section = Open-Section -Run $Run -Name 'checkpoints'
    $live = @(foreach ($vm in $Run.Vms.Values) { $vm.Live })
    if ($live.Count -eq 0) { $section.Rows = 0; Close-Section $section; return }
    $result = Invoke-Source -Run $Run -Reader 'Read-HyperV' -With @{ What = 'Snapshot'; VM = $live }
    Add-SectionErrors -Section $section -Result $result -Incomplete -All
    $failed = Get-FailedVms -Run $Run -Result $result
    foreach ($vm in $Run.Vms.Values) {
        if ($result.Failed -or $failed.ContainsKey($vm.Id)) { Add-AbsentOf -To $vm.Absent -Fact 'checkpoints' -Result $(if ($failed.ContainsKey($vm.Id)) { $failed[$vm.Id] } else { $result }) }
        else { $vm.Facts['checkpoints'] = [Collections.Generic.List[object]]::new() }
    }
    $kinds = @{ '0' = 'Standard'; '1' = 'Recovery'; '2' = 'Planned'; '5' = 'Missing'; '6' = 'Replica'; '7' = 'AppConsistentReplica'; '8' = 'SyncedReplica' }
    foreach ($row in $result.Rows) {
        $vm = $Run.Vms["$(ConvertTo-GuidText (Get-Value $row 'VMId'))"]
        if ($null -eq $vm -or $null -eq $vm.Facts['checkpoints'] -or $vm.Facts['checkpoints'].Count -ge 1000) { continue }
        $created = Get-Value $row 'CreationTime'
        $automatic = Get-Value $row 'IsAutomaticCheckpoint'
        $vm.Facts['checkpoints'].Add([ordered]@{
                id = ConvertTo-GuidText (Get-Value $row 'Id'); name = Limit-Text (Get-Value $row 'Name') 512; type = ConvertTo-Word (Get-Value $row 'SnapshotType') $kinds
                createdAt = $(if ($created -is [DateTime]) { Format-Instant $created } else { $null }); isAutomatic = $null -ne $automatic -and [bool] $automatic
            })
    }
    $section.Rows = $result.Rows.Count
    Close-Section $section
}
