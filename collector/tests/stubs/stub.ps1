# Stands in for the modules of Windows. Every stub throws unless the world of the test gives it something.
#
# A world is a hashtable: Answers (cmdlet name to a list, or to a script block that gets the bound parameters and what was
# piped), Cim ('namespace|class' to a list), Lacking (cmdlets that this Windows does not have), Readers (functions of the
# collector that read files, registry and programs, to a script block). An ErrorRecord in a list is written as an error
# that does not end the call; an Exception ends it.

$script:StubFolder = $PSScriptRoot

function Read-StubData {
    param([string] $File)
    $ast = [System.Management.Automation.Language.Parser]::ParseFile([IO.Path]::Combine($script:StubFolder, $File), [ref] $null, [ref] $null)
    $ast.Find({ param($node) $node -is [System.Management.Automation.Language.HashtableAst] }, $false).SafeGetValue()
}

# Enums and properties as the modules of Windows have them (types.json); a name that a class does not have is a fault of the test.
function Import-StubType {
    $global:StubEnums = @{}
    $global:StubClasses = @{}
    $table = [System.Text.Json.JsonDocument]::Parse([IO.File]::ReadAllText([IO.Path]::Combine($script:StubFolder, 'types.json'))).RootElement
    foreach ($module in $table.EnumerateObject()) {
        foreach ($enum in $module.Value.GetProperty('enums').EnumerateObject()) {
            $name = "$($module.Name -replace '\W', '')$($enum.Name)"
            $members = foreach ($member in $enum.Value.EnumerateObject()) { "$($member.Name) = $($member.Value.GetInt64())" }
            $global:StubEnums["$($module.Name)|$($enum.Name)"] = . ([scriptblock]::Create("enum $name { $(@($members) -join "`n") }`n[$name]"))
        }
        foreach ($class in $module.Value.GetProperty('classes').EnumerateObject()) {
            $properties = [ordered]@{}
            foreach ($property in $class.Value.EnumerateObject()) { $properties[$property.Name] = $property.Value.GetString() }
            $global:StubClasses["$($module.Name)|$($class.Name)"] = $properties
        }
    }
}

# An object of a class of Windows: every property that the class has, null where the test says nothing.
function New-Stub {
    param([string] $Module, [string] $Class, [hashtable] $With, [string[]] $Without = @())
    $properties = $global:StubClasses["$Module|$Class"]
    if ($null -eq $properties) { throw "types.json has no class $Class of $Module" }
    foreach ($name in $With.Keys) { if (-not $properties.Contains($name)) { throw "$Module $Class has no property $name" } }
    $made = [ordered]@{}
    foreach ($name in $properties.Keys) {
        if ($Without -contains $name) { continue }
        $value = $With[$name]
        if ($null -ne $value -and $properties[$name] -match '^enum (\w+)(\[\])?$') {
            $enum = $global:StubEnums["$Module|$($Matches[1])"]
            $value = if ($Matches[2]) { , @(foreach ($word in $value) { [Enum]::Parse($enum, $word) }) } else { [Enum]::Parse($enum, $value) }
        }
        $made[$name] = $value
    }
    [pscustomobject] $made
}

# An object of a class without a table, such as those of CIM.
function New-Row { param([System.Collections.IDictionary] $With) [pscustomobject] $With }

function New-StubError {
    param([Exception] $Exception, [string] $Category = 'NotSpecified', $Target)
    [System.Management.Automation.ErrorRecord]::new($Exception, 'Stub', $Category, $Target)
}

function global:Invoke-Stub {
    param([string] $Name, $Bound, $Piped, $Cmdlet)
    $global:StubCalls[$Name] = 1 + [int] $global:StubCalls[$Name]
    $world = $global:StubWorld
    if ($world.Lacking -contains $Name) { throw [System.Management.Automation.CommandNotFoundException]::new("The term '$Name' is not recognized as a name of a cmdlet.") }
    if ($Name -eq 'Get-CimInstance' -and $null -ne $Bound['ClassName']) {
        $cim = $world.Cim
        if ($null -ne $Bound['CimSession']) { $cim = $world.Remote[$Bound['CimSession'].ComputerName].Cim }
        $key = '{0}|{1}' -f "$($Bound['Namespace'])".Replace('\', '/').ToLowerInvariant(), $Bound['ClassName']
        $global:StubCalls[$key] = 1 + [int] $global:StubCalls[$key]
        if (-not $cim.ContainsKey($key)) { throw [NotImplementedException]::new("CIM class $key was read, and the test gave it nothing.") }
        $answer = $cim[$key]
    }
    elseif ($world.Answers.ContainsKey($Name)) { $answer = $world.Answers[$Name] }
    else { throw [NotImplementedException]::new("$Name was called, and the test gave it nothing.") }
    if ($answer -is [scriptblock]) { $answer = & $answer $Bound $Piped }
    foreach ($entry in $answer) {
        if ($entry -is [Exception]) { throw $entry }
        if ($entry -is [System.Management.Automation.ErrorRecord]) {
            if ("$($Bound['ErrorAction'])" -eq 'Stop') { throw $entry }
            $Cmdlet.WriteError($entry)
        }
        else { $entry }
    }
}

# Makes the stub modules.
function Import-StubModule {
    $global:StubCalls = [ordered]@{}
    $table = Read-StubData 'cmdlets.psd1'
    foreach ($name in $table.Keys) {
        $text = foreach ($cmdlet in $table[$name].Keys) {
            $parameters = @(foreach ($parameter in $table[$name][$cmdlet]) { if (@('InputObject') -notcontains $parameter) { "`$$parameter" } }) + '[Parameter(ValueFromPipeline)] $InputObject'
            "function $cmdlet { [CmdletBinding(PositionalBinding = `$false)] param($($parameters -join ', '))
                begin { `$piped = [System.Collections.Generic.List[object]]::new() }
                process { if (`$null -ne `$InputObject) { `$piped.Add(`$InputObject) } }
                end { Invoke-Stub '$cmdlet' `$PSBoundParameters `$piped `$PSCmdlet } }"
        }
        New-Module -Name $name -ScriptBlock ([scriptblock]::Create(@($text) -join "`n")) | Import-Module -Global -Force
    }
}

# Loads the collector against the stub modules and gives its module.
function Import-CollectorOnStub {
    param([string] $Module)
    Import-StubModule
    Import-Module $Module -Force -PassThru
}

# Puts a world in place: from now on the stubs answer from it, and the collector's own readers of files, registry and programs too.
function Set-StubWorld {
    param([hashtable] $World, $Collector)
    $global:StubWorld = $World
    $global:StubCalls = [ordered]@{}
    foreach ($reader in $World.Readers.Keys) {
        $text = "function script:$reader { `$world = `$global:StubWorld; `$global:StubCalls['$reader'] = 1 + [int] `$global:StubCalls['$reader']; & `$world.Readers['$reader'] @args }"
        & $Collector { param($text) . ([scriptblock]::Create($text)) } $text
    }
}
