function Invoke-LegacySection {
    # One part of a host that is read over WMI; a fault of ours in it costs that part.
    param([Parameter(Mandatory)] [hashtable] $Run, [Parameter(Mandatory)] [string] $Name)

    try {
        switch ($Name) {
            'host' { Read-LegacyWindows -Run $Run }
            'host-vss' { Read-LegacyVss -Run $Run }
            'volumes' { Read-LegacyVolumes -Run $Run }
            'vms' { Read-LegacyVms -Run $Run }
            'disks' { Read-LegacyDisks -Run $Run }
            'shares' { Read-SmbShares -Run $Run }
            'checkpoints' { Read-LegacyCheckpoints -Run $Run }
            'integration' { Read-LegacyIntegration -Run $Run }
            'guest' { Read-GuestFacts -Run $Run -Way 'KVP' }
        }
    }
    catch {
        $section = Open-Section -Run $Run -Name $Name
        $section.Complete = $false
        $section.Errors.Add([ordered]@{ reason = 'error'; text = Limit-Text "The collector failed in ${Name}: $($_.Exception.Message)" 2000 })
        Close-Section $section
    }
}
