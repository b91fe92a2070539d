function Invoke-Section {
    # Runs one part of the collection; a fault of ours in it costs that part and is told in the manifest.
    param([Parameter(Mandatory)] [hashtable] $Run, [Parameter(Mandatory)] [string] $Name, [string[]] $GuestAccess, [string] $GuestFolder, [switch] $NoVssComponents)

    try {
        switch ($Name) {
            'host' { Read-HostFacts -Run $Run }
            'cluster' { Read-ClusterFacts -Run $Run }
            'volumes' { Read-HostVolumes -Run $Run }
            'host-vss' { Read-HostVss -Run $Run }
            'vms' { Read-Vms -Run $Run }
            'disks' { Read-VmDisks -Run $Run }
            'checkpoints' { Read-Checkpoints -Run $Run }
            'integration' { Read-Integration -Run $Run }
            'files' { Read-VmFiles -Run $Run }
            'shares' { Read-SmbShares -Run $Run }
            'components' { Read-VssComponents -Run $Run -Skip:$NoVssComponents }
            'guest' { Read-GuestFacts -Run $Run -Way $GuestAccess -Folder $GuestFolder }
        }
    }
    catch {
        $section = Open-Section -Run $Run -Name $(if ($Name -eq 'components') { 'host-vss' } else { $Name })
        $section.Complete = $false
        Close-Section $section
        $section.Errors.Add([ordered]@{ reason = 'error'; text = Limit-Text "The collector failed in ${Name}: $($_.Exception.Message) $($_.ScriptStackTrace -replace '\s+', ' ')" 2000 })
    }
}
