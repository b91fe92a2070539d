Set-StrictMode -Version 2.0
$ErrorActionPreference = 'Stop'

$script:QuiesceRoot = $PSScriptRoot
foreach ($folder in 'Private', 'Public') {
    foreach ($file in [IO.Directory]::GetFiles([IO.Path]::Combine($PSScriptRoot, $folder), '*.ps1', [IO.SearchOption]::AllDirectories)) {
        . $file
    }
}
