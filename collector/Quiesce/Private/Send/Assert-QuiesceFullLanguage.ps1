function Assert-QuiesceFullLanguage {
    <#
    .SYNOPSIS
    Throws, with the way out, when PowerShell runs this in another language mode than FullLanguage.
    #>
    [CmdletBinding()]
    param([string] $Mode = "$($ExecutionContext.SessionState.LanguageMode)")

    if ($Mode -eq 'FullLanguage') { return }
    throw "PowerShell is in $Mode here, and Quiesce reads through .NET, which only FullLanguage allows. Sign the module with a certificate that the application control policy of this machine trusts (collector/README.md, Signing); it then runs in FullLanguage. Nothing was read."
}
