if ("$($ExecutionContext.SessionState.LanguageMode)" -ne 'FullLanguage') {
    throw 'PowerShell is in a constrained language mode here, and Quiesce reads through .NET, which only FullLanguage allows. Sign the module with a certificate that the application control policy of this machine trusts (collector/README.md, Signing). Nothing was read.'
}
Set-StrictMode -Version 2.0
$ErrorActionPreference = 'Stop'

$script:QuiesceRoot = $PSScriptRoot
foreach ($folder in 'Private', 'Public') {
    foreach ($file in [IO.Directory]::GetFiles([IO.Path]::Combine($PSScriptRoot, $folder), '*.ps1', [IO.SearchOption]::AllDirectories)) {
        . $file
    }
}
