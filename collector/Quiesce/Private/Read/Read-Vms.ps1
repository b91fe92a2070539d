function Read-Vms {
    # All VMs that this host lists: one call of Get-VM and one query for each CIM class, joined by GUID. An account
    # without rights gets an empty list and no error, so an empty list counts only when the account is known to have them.
    param([Parameter(Mandatory)] [hashtable] $Run)

    $section = Open-Section -Run $Run -Name 'vms'
    $listing = Invoke-Source -Run $Run -Reader 'Read-HyperV' -With @{ What = 'VM' }
    Add-SectionErrors -Section $section -Result $listing -Incomplete -All
    if ($listing.Rows.Count -eq 0 -and $listing.Errors.Count -eq 0 -and -not ($Run.Account.Elevated -or $Run.Account.HyperVAdmin)) {
        $listing.Errors.Add(@{ Reason = 'permission-denied'; Text = 'Get-VM lists no VM for an account that is neither elevated nor in Hyper-V Administrators.'; Mend = (Get-Mend -Run $Run -Reason 'permission-denied' -Reader 'Read-HyperV') })
        Add-SectionErrors -Section $section -Result $listing -Incomplete
    }
    foreach ($vm in $listing.Rows) {
        try { Add-Vm -Run $Run -Vm $vm }
        catch {
            $section.Complete = $false
            $section.Errors.Add([ordered]@{ reason = 'error'; text = Limit-Text "A VM could not be read: $($_.Exception.Message)" 2000 })
        }
    }
    $section.Rows = $Run.Vms.Count
    if ($Run.Vms.Count -gt 0) {
        Read-VmSystems -Run $Run -Section $section
        Read-VmSecurity -Run $Run -Section $section
        Read-VmGroups -Run $Run -Section $section
        Read-ReferencePoints -Run $Run -Section $section
    }
    Close-Section $section
}
