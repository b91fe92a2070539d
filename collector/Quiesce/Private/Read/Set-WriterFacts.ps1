function Set-WriterFacts {
    # The writers of a host and the Hyper-V writer among them; a listing without any writer is a failed one, because
    # vssadmin prints none for an account that is not elevated.
    param([Parameter(Mandatory)] [hashtable] $Run, [Parameter(Mandatory)] [hashtable] $Section, [Parameter(Mandatory)] [hashtable] $Listing, [Parameter(Mandatory)] [AllowEmptyCollection()] [object[]] $Writer)

    if ($Writer.Count -eq 0) {
        if ($Listing.Errors.Count -eq 0) { $Listing.Errors.Add(@{ Reason = 'permission-denied'; Text = 'vssadmin list writers names no writer: it does so for an account that is not elevated.'; Mend = (Get-Mend -Run $Run -Reason 'permission-denied' -Reader 'Read-Program'); Record = $null }) }
        Add-SectionErrors -Section $Section -Result $Listing -Incomplete -All
        Add-AbsentOf -To $Run.HostAbsent -Fact 'hyperVVssWriter', 'vssWriters' -Result $Listing
        return
    }
    $Run.Host['vssWriters'] = $Writer
    $Run.Host['hyperVVssWriter'] = [ordered]@{ present = $false; state = $null; lastError = $null }
    foreach ($one in $Writer) {
        if ($one['id'] -eq '66841cd4-6ded-4f4b-8f17-fd23f8ddc3de') { $Run.Host['hyperVVssWriter'] = [ordered]@{ present = $true; state = $one['state']; lastError = $one['lastError'] } }
    }
}
