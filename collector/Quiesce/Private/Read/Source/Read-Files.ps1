function Read-Files {
    # Full names of the files directly in a folder, of those extensions that Hyper-V leaves behind, at most 20,000 looked
    # at; with -Text the content of one file as UTF-8, at most 1 MiB.
    param([Parameter(Mandatory)] [string] $Path, [string[]] $Extension, [switch] $Text)

    if ($Text) {
        $info = [IO.FileInfo]::new($Path)
        if ($info.Length -gt 1048576) { throw [IO.InvalidDataException]::new("$Path is larger than 1 MiB.") }
        return [IO.File]::ReadAllText($Path, [Text.Encoding]::UTF8)
    }
    $looked = 0
    foreach ($file in [IO.Directory]::EnumerateFiles($Path)) {
        if (++$looked -gt 20000) { throw [IO.InvalidDataException]::new("$Path holds more than 20000 files.") }
        if ($null -eq $Extension -or $Extension -contains [IO.Path]::GetExtension($file)) { $file }
    }
}
