function Read-Folders {
    # For each folder its files of those extensions that Hyper-V leaves behind: Folder, Files, Fault (the error, or null).
    # At most 20,000 files of a folder are looked at. A folder that does not exist has none.
    param([Parameter(Mandatory)] [string[]] $Path, [Parameter(Mandatory)] [string[]] $Extension)

    foreach ($folder in $Path) {
        $found = [Collections.Generic.List[string]]::new()
        $fault = $null
        try {
            $looked = 0
            foreach ($file in [IO.Directory]::EnumerateFiles($folder)) {
                if (++$looked -gt 20000) { throw [IO.InvalidDataException]::new("$folder holds more than 20000 files.") }
                if ($Extension -contains [IO.Path]::GetExtension($file)) { $found.Add($file) }
            }
        }
        catch [IO.DirectoryNotFoundException] { $found = [Collections.Generic.List[string]]::new() }
        catch { $fault = $_ }
        @{ Folder = $folder; Files = $found; Fault = $fault }
    }
}
