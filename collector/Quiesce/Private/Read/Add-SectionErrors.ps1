function Add-SectionErrors {
    # Carries what failed in a call into the manifest. -Incomplete says that entries are missing, not only facts of some.
    # What a Windows version does not have is no error of the section, unless -All is given.
    param([Parameter(Mandatory)] [hashtable] $Section, [Parameter(Mandatory)] [hashtable] $Result, [switch] $Incomplete, [switch] $All)

    if ($Incomplete -and $Result.Errors.Count -gt 0) { $Section.Complete = $false }
    foreach ($cause in $Result.Errors) {
        if ($cause.Reason -eq 'other-node') { continue }
        if ($cause.Reason -eq 'not-supported' -and -not $All) { continue }
        if ($Section.Errors.Count -ge 60) { return }
        $told = [ordered]@{ reason = $cause.Reason; text = $cause.Text }
        if ($cause.Mend) { $told['mend'] = $cause.Mend }
        $Section.Errors.Add($told)
    }
}
