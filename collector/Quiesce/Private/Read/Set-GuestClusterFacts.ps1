function Set-GuestClusterFacts {
    # The answer of one VM's guest cluster, laid beside its VHD Sets by their paths.
    param([Parameter(Mandatory)] [hashtable] $Vm, [Parameter(Mandatory)] [hashtable] $Result)

    $answer = if ($Result.Rows.Count -gt 0) { $Result.Rows[0] } else { $null }
    $code = Get-Value $answer 'ReturnValue'
    $told = Get-Value $answer 'GuestClusterInformation'
    $paths = @(Get-Value $told 'SharedVirtualHardDiskPaths')
    $at = -1
    foreach ($disk in $Vm.Facts['disks']) {
        $at++
        if ($disk['kind'] -ne 'vhdset') { continue }
        $fact = "disks[$at].guestCluster"
        if ($Result.Failed) { Add-AbsentOf -To $Vm.Absent -Fact $fact -Result $Result; continue }
        $place = -1
        for ($index = 0; $index -lt $paths.Count; $index++) { if ("$($paths[$index])" -eq $disk['path']) { $place = $index } }
        if ("$code" -ne '0' -or $place -lt 0) { Add-Absent -To $Vm.Absent -Fact $fact -Reason 'error' -Text "QueryGuestClusterInformation returned $code and tells nothing of this disk."; continue }
        $disk['guestCluster'] = [ordered]@{ clustered = Get-At $told 'IsClustered' $place; online = Get-At $told 'IsOnline' $place; ownedOnce = Get-At $told 'IsOwned' $place; activeActive = Get-At $told 'IsActiveActive' $place }
    }
}
