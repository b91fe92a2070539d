function Write-DocumentFile {
    # Writes the document to a file, whole or not at all. UTF-8 without BOM; the text is plain ASCII in any case.
    param([Parameter(Mandatory)] [string] $Path, [Parameter(Mandatory)] [string] $Text)

    $full = [IO.Path]::GetFullPath([IO.Path]::Combine($PWD.ProviderPath, $Path))
    Write-QuiesceFile -Path $full -Bytes ([Text.UTF8Encoding]::new($false).GetBytes($Text))
    return $full
}
