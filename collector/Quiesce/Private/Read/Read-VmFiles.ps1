function Read-VmFiles {
    # Rights of the VM accounts on their disk files, in one call, and files in the VMs' folders that nothing refers to,
    # each folder listed once. Files on shares are left out: there the host's machine account counts.
    param([Parameter(Mandatory)] [hashtable] $Run)

    $section = Open-Section -Run $Run -Name 'files'
    $used = @{}
    foreach ($key in $Run.Chains.Keys) { $used[$key] = $true }
    $paths = [ordered]@{}
    $folders = [ordered]@{}
    foreach ($vm in $Run.Vms.Values) {
        $own = [ordered]@{}
        foreach ($disk in @($vm.Facts['disks'])) {
            if ($null -eq $disk -or $disk['kind'] -eq 'passthrough' -or $null -eq $disk['path'] -or $disk['isSmb']) { continue }
            $paths[$disk['path'].ToLowerInvariant()] = $disk['path']
            foreach ($file in @($disk['path']) + @($disk['chain'])) { if ($null -ne $file) { $own[(Split-Folder $file).ToLowerInvariant()] = Split-Folder $file } }
        }
        $snapshots = $vm.Facts['snapshotFileLocation']
        if ($null -ne $snapshots -and -not $snapshots.StartsWith('\\')) { $own[$snapshots.TrimEnd('\').ToLowerInvariant()] = $snapshots.TrimEnd('\') }
        $vm.Folders = $own
        foreach ($key in $own.Keys) { $folders[$key] = $own[$key] }
    }
    Read-VmAccess -Run $Run -Section $section -Path $paths
    Read-OrphanFiles -Run $Run -Section $section -Folder $folders -Used $used
    $section.Rows = $paths.Count
    Close-Section $section
}
