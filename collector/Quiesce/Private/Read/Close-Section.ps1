function Close-Section {
    # Ends a section: adds the time since it was opened.
    param([Parameter(Mandatory)] [hashtable] $Section)

    $Section.Ms += [long] ([DateTime]::UtcNow - $Section.Began).TotalMilliseconds
}
