function Open-Section {
    # Begins a section of the manifest: what was attempted of this host, how complete it is, what failed.
    param([Parameter(Mandatory)] [hashtable] $Run, [Parameter(Mandatory)] [string] $Name)

    $section = $Run.Sections[$Name]
    if ($null -eq $section) {
        $section = @{ Name = $Name; Complete = $true; Rows = $null; Errors = [Collections.Generic.List[object]]::new(); Began = $null; Ms = 0L }
        $Run.Sections[$Name] = $section
    }
    $section.Began = [DateTime]::UtcNow
    return $section
}
