# What the collector does beyond reading. The read-only proof (collector/tests/proof) fails on everything that is not
# listed here, and on an entry that nothing uses any more. This list is meant to be read by a security team.
#
#   File    path below collector/, with forward slashes
#   Kind    command   a cmdlet that is not on the list of reading ones      Name = 'Register-ScheduledTask'
#           program   an external program                                  Name = 'secedit.exe'
#           static    a static member or a constructor                     Name = '[IO.File]::Move', '[IO.FileStream]::new'
#           method    an instance method                                   Name = 'Write'
#           property  a property of something outside that is set          Name = 'PriorityClass'
#           redirect  output sent to a file                                Name = '>'
#           dynamic   a command or member whose name is not in the text    Name = '. $file'
#           variable  a variable of the session or the environment is set  Name = '$env:PATH'
#   Reason  one sentence: what it touches, and why that is the collector's own
@{
    Exceptions = @(
    )
}
