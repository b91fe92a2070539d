function Read-Controllers {
    # Controllers of all VMs with the free places of the SCSI ones (64 each). Generation 2 has no IDE controllers.
    param([Parameter(Mandatory)] [hashtable] $Run, [Parameter(Mandatory)] [hashtable] $Section, [Parameter(Mandatory)] $Live)

    $scsi = Invoke-Source -Run $Run -Reader 'Read-HyperV' -With @{ What = 'ScsiController'; VM = $Live }
    $ide = Invoke-Source -Run $Run -Reader 'Read-HyperV' -With @{ What = 'IdeController'; VM = $Live }
    foreach ($result in $scsi, $ide) { Add-SectionErrors -Section $Section -Result $result -All }
    $pmem = $null
    if ($Run.Build -ge 17763) {
        $pmem = Invoke-Source -Run $Run -Reader 'Read-HyperV' -With @{ What = 'PmemController'; VM = $Live }
        Add-SectionErrors -Section $Section -Result $pmem
    }
    $counts = @{}
    foreach ($pair in @(@('scsi', $scsi), @('ide', $ide), @('pmem', $pmem))) {
        if ($null -eq $pair[1]) { continue }
        foreach ($row in $pair[1].Rows) {
            $key = "$($pair[0]) $(ConvertTo-GuidText (Get-Value $row 'VMId'))"
            if ($pair[0] -eq 'pmem' -and $null -ne (Get-Value $row 'Drives') -and @(Get-Value $row 'Drives').Count -eq 0) { continue }
            $counts[$key] = 1 + [int] $counts[$key]
        }
    }
    $failedScsi = Get-FailedVms -Run $Run -Result $scsi
    $failedIde = Get-FailedVms -Run $Run -Result $ide
    foreach ($vm in $Run.Vms.Values) {
        $facts = [ordered]@{ ide = $null; scsi = $null; scsiFreeSlots = $null; pmem = $null }
        if ($scsi.Failed -or $failedScsi.ContainsKey($vm.Id)) { Add-AbsentOf -To $vm.Absent -Fact 'controllers.scsi', 'controllers.scsiFreeSlots' -Result $(if ($failedScsi.ContainsKey($vm.Id)) { $failedScsi[$vm.Id] } else { $scsi }) }
        else {
            $facts['scsi'] = [int] $counts["scsi $($vm.Id)"]
            if ($null -ne $vm.Facts['disks']) {
                $used = 0
                foreach ($disk in $vm.Facts['disks']) { if ($disk['controllerType'] -eq 'SCSI') { $used++ } }
                $facts['scsiFreeSlots'] = [Math]::Max(0, 64 * $facts['scsi'] - $used)
            }
        }
        if ($vm.Facts['generation'] -eq 2) { $facts['ide'] = 0 }
        elseif ($ide.Failed -or $failedIde.ContainsKey($vm.Id)) { Add-AbsentOf -To $vm.Absent -Fact 'controllers.ide' -Result $(if ($failedIde.ContainsKey($vm.Id)) { $failedIde[$vm.Id] } else { $ide }) }
        else { $facts['ide'] = [int] $counts["ide $($vm.Id)"] }
        if ($null -eq $pmem) { $facts['pmem'] = 0 }
        elseif ($pmem.Failed -and $pmem.Errors[0].Reason -ne 'not-supported') { Add-AbsentOf -To $vm.Absent -Fact 'controllers.pmem' -Result $pmem }
        else { $facts['pmem'] = [int] $counts["pmem $($vm.Id)"] }
        $vm.Facts['controllers'] = $facts
    }
}
