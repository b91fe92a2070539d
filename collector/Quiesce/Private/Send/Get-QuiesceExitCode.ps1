function Get-QuiesceExitCode {
    <#
    .SYNOPSIS
    The exit code of an outcome; the list stands in README.md as well.
    #>
    [CmdletBinding()]
    [OutputType([int])]
    param(
        [Parameter(Mandatory)]
        [ValidateSet('sent', 'failed', 'not-enrolled', 'language-mode', 'busy', 'no-contact', 'not-let-in', 'pending', 'rejected', 'too-old', 'quiet', 'certificate')]
        [string] $Outcome
    )

    $codes = @{
        'sent' = 0; 'failed' = 1; 'not-enrolled' = 2; 'language-mode' = 3; 'busy' = 4
        'no-contact' = 10; 'not-let-in' = 11; 'pending' = 12; 'rejected' = 13; 'too-old' = 14; 'quiet' = 15; 'certificate' = 16
    }
    $codes[$Outcome]
}
