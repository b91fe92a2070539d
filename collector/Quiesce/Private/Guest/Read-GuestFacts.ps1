function Read-GuestFacts {
    # What is inside each guest, by the ways that are allowed, in their order; the first that answers counts. What the
    # integration services tell of the system is added where that way left it open.
    param([Parameter(Mandatory)] [hashtable] $Run, [string[]] $Way, [string] $Folder)

    $section = Open-Section -Run $Run -Name 'guest'
    $count = 0
    if ($Run.Vms.Count -gt 0) {
        $kvp = Read-KvpFacts -Run $Run -Section $section
        foreach ($vm in $Run.Vms.Values) {
            try { if (Read-GuestOf -Run $Run -Section $section -Vm $vm -Kvp $kvp -Way $Way -Folder $Folder) { $count++ } }
            catch { Add-Absent -To $vm.Absent -Fact 'guest' -Reason 'error' -Text $_.Exception.Message }
        }
    }
    $section.Rows = $count
    Close-Section $section
}
