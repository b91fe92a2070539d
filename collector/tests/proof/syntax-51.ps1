# What Windows PowerShell 5.1 does not parse, does not have, or reads differently, found in what PowerShell 7 parsed.

$script:NewerAsts = @{ TernaryExpressionAst = 'the ternary operator'; PipelineChainAst = 'pipeline chains with && or ||' }
$script:NewerTokens = @{ QuestionQuestion = '??'; QuestionQuestionEquals = '??='; QuestionDot = '?.'; QuestionLBracket = '?['; Clean = 'the clean block'; Base = '' }
$script:NewerVariables = @('IsWindows', 'IsLinux', 'IsMacOS', 'IsCoreCLR', 'PSStyle', 'EnabledExperimentalFeatures')
$script:NewerCommands = @('Join-String', 'Get-Uptime', 'Test-Json', 'Remove-Service', 'ConvertFrom-Markdown', 'Get-Error', 'Get-SecureRandom', 'ConvertTo-CliXml', 'ConvertFrom-CliXml', 'Remove-Alias', 'Show-Markdown', 'Switch-Process', 'Test-JsonSchema')
$script:NewerParameters = @('Parallel', 'ThrottleLimit:ForEach-Object', 'AsHashtable', 'AsArray:ConvertTo-Json', 'EnumsAsStrings', 'AsByteStream', 'AdditionalChildPath', 'LeafBase', 'Extension:Split-Path', 'SkipCertificateCheck', 'SkipHttpErrorCheck', 'SslProtocol', 'StatusCodeVariable', 'UnixTimeSeconds', 'AsUTC', 'Bottom', 'Raw:Select-String')
$script:NewerTypes = @('semver', 'management.automation.semanticversion', 'text.json.jsonserializer', 'text.json.jsondocument', 'text.rune', 'hashcode', 'io.enumerationoptions', 'security.cryptography.aesgcm', 'net.http.socketshttphandler', 'dateonly', 'timeonly', 'half', 'int128', 'uint128', 'io.compression.brotlistream')
$script:NewerStatics = @('convert.tohexstring', 'convert.fromhexstring', 'security.cryptography.sha256.hashdata', 'security.cryptography.randomnumbergenerator.getbytes', 'security.cryptography.randomnumbergenerator.fill', 'security.cryptography.randomnumbergenerator.getint32', 'io.path.getrelativepath', 'io.path.join', 'io.path.trimendingdirectoryseparator', 'io.path.isPathFullyQualified', 'random.shared', 'environment.processpath', 'environment.processid', 'environment.tickcount64', 'math.clamp', 'text.encoding.latin1', 'io.file.readlinesasync', 'array.fill', 'string.create', 'operatingsystem.iswindows', 'operatingsystem.islinux', 'bitconverter.tohalf', 'stringcomparer.fromcomparison')

function New-NewerSyntax {
    param($Extent, [string] $Name)
    @{ name = $Name; line = $Extent.StartLineNumber; text = "$($Extent.Text)".Split("`n")[0].Trim() }
}

# Everything in a parsed script that Windows PowerShell 5.1 lacks. $Text is the script as it stands in its file.
function Get-NewerSyntax {
    param($Ast, $Tokens, [string] $Text)
    foreach ($token in $Tokens) {
        $kind = "$($token.Kind)"
        if ($script:NewerTokens.ContainsKey($kind) -and $script:NewerTokens[$kind] -and $kind -ne 'Clean') { New-NewerSyntax $token.Extent $script:NewerTokens[$kind] }
        if ($kind -eq 'Number' -and $token.Text -match '^(0b|.*?\d(u|ul|us|uy|y|s|n|ukb|lkb)$)' -and $token.Text -notmatch '^0x[0-9a-f]+$') { New-NewerSyntax $token.Extent 'a number with a suffix of PowerShell 7' }
        if ($kind -match '^(StringExpandable|HereStringExpandable)$' -and $token.Text -cmatch '`(e|u\{)') { New-NewerSyntax $token.Extent 'the escapes `e and `u{}' }
    }
    foreach ($node in $Ast.FindAll({ $true }, $true)) {
        $name = $node.GetType().Name
        if ($script:NewerAsts.ContainsKey($name)) { New-NewerSyntax $node.Extent $script:NewerAsts[$name] }
        if ($node -is [System.Management.Automation.Language.ScriptBlockAst] -and $null -ne $node.CleanBlock) { New-NewerSyntax $node.CleanBlock.Extent 'the clean block' }
        if ($node -is [System.Management.Automation.Language.PipelineAst] -and $node.Background) { New-NewerSyntax $node.Extent 'a background pipeline' }
        if ($node -is [System.Management.Automation.Language.VariableExpressionAst] -and $script:NewerVariables -contains $node.VariablePath.UserPath) { New-NewerSyntax $node.Extent "`$$($node.VariablePath.UserPath)" }
        if ($node -is [System.Management.Automation.Language.MemberExpressionAst] -and $node.Static -and $node.Expression -is [System.Management.Automation.Language.TypeExpressionAst]) {
            $type = "$($node.Expression.TypeName.FullName)" -replace '^System\.', ''
            $full = "$type.$($node.Member.Extent.Text)"
            if ($script:NewerTypes -contains $type -or $script:NewerStatics -contains $full) { New-NewerSyntax $node.Extent "[$type]::$($node.Member.Extent.Text)" }
            if ($full -eq 'IO.File.Move' -and $node -is [System.Management.Automation.Language.InvokeMemberExpressionAst] -and $node.Arguments.Count -gt 2) { New-NewerSyntax $node.Extent '[IO.File]::Move that overwrites' }
        }
        if ($node -is [System.Management.Automation.Language.CommandAst]) {
            $command = "$($node.GetCommandName())"
            if ($script:NewerCommands -contains $command) { New-NewerSyntax $node.Extent $command }
            foreach ($element in $node.CommandElements) {
                if ($element -isnot [System.Management.Automation.Language.CommandParameterAst]) { continue }
                if ($script:NewerParameters -contains $element.ParameterName -or $script:NewerParameters -contains "$($element.ParameterName):$command") { New-NewerSyntax $element.Extent "$command -$($element.ParameterName)" }
            }
        }
    }
    # Without a byte order mark 5.1 reads a file in the code page of the machine.
    $line = 0
    foreach ($row in $Text.Split("`n")) {
        $line++
        if ($row -match '[^\x09\x0d\x20-\x7e]') { @{ name = 'a character outside ASCII'; line = $line; text = $row.Trim() } }
    }
}
