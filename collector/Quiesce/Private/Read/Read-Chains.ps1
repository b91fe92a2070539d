function Read-Chains {
    # The files of all chains. Each distinct file is opened once, all files of one level in one call: the number of calls
    # grows with the depth of the deepest chain, not with the number of VMs. Get-VHD has no bulk form other than a list
    # of paths (domain.md 3.3).
    param([Parameter(Mandatory)] [hashtable] $Run, [Parameter(Mandatory)] [hashtable] $Section)

    $known = @{}
    $next = [ordered]@{}
    foreach ($vm in $Run.Vms.Values) {
        foreach ($disk in @($vm.Facts['disks'])) {
            if ($null -ne $disk -and $disk['kind'] -ne 'passthrough' -and $null -ne $disk['path']) { $next[$disk['path'].ToLowerInvariant()] = $disk['path'] }
        }
    }
    for ($level = 0; $level -lt 100 -and $next.Count -gt 0; $level++) {
        Read-VhdFiles -Run $Run -Path @($next.Values) -Known $known
        $parents = [ordered]@{}
        foreach ($key in $next.Keys) {
            $parent = Limit-Text (Get-Value $known[$key].Vhd 'ParentPath') 1024
            if ($null -ne $parent -and -not $known.ContainsKey($parent.ToLowerInvariant())) { $parents[$parent.ToLowerInvariant()] = $parent }
        }
        $next = $parents
    }
    $Run.Chains = $known
    foreach ($vm in $Run.Vms.Values) {
        $at = 0
        foreach ($disk in @($vm.Facts['disks'])) {
            if ($null -eq $disk) { continue }
            Set-DiskChain -Run $Run -Section $Section -Vm $vm -Disk $disk -At $at -Known $known
            $at++
        }
    }
}
