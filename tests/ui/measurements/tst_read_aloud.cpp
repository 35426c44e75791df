// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/measurements/read_aloud.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using thimblely::ui::ReadAloud;

//! The speech service itself needs a sound card; what stands in for its command writes down what it is given.
class TestReadAloud : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void saysWhatItIsGivenThroughThePipe();
    void isSilentUntilItIsAskedFor();
    void cutsShortWhatIsBeingSaid();
    void aComputerThatCannotSpeakSaysSo();

private:
    QByteArray heard() const;
    QString inFolder(const char *name) const { return m_folder->filePath(QString::fromLatin1(name)); }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestReadAloud::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QFile script(inFolder("spd-say"));
    QVERIFY(script.open(QIODevice::WriteOnly));
    script.write("#!/bin/sh\n{ printf '%s|' \"$@\"; cat; echo; } >>\"" + inFolder("heard").toUtf8() + "\"\n");
    script.close();
    script.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    qputenv("PATH", m_folder->path().toUtf8() + ":/usr/bin:/bin");
}

QByteArray TestReadAloud::heard() const
{
    QFile file(inFolder("heard"));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void TestReadAloud::saysWhatItIsGivenThroughThePipe()
{
    ReadAloud voice;
    voice.setOn(true);
    voice.say(QStringLiteral("Chest: under the arms"), false);
    QTRY_VERIFY(heard().contains("Chest: under the arms\n"));
    QVERIFY(heard().startsWith("--pipe-mode|--language|"));
    QVERIFY(!heard().contains("Chest: under the arms|")); // an argument is seen by everybody on the computer
    QTRY_COMPARE(voice.children().size(), 0);
}

void TestReadAloud::isSilentUntilItIsAskedFor()
{
    ReadAloud voice;
    voice.say(QStringLiteral("nobody asked"), false);
    voice.setOn(true);
    voice.say(QStringLiteral("now"), false);
    QTRY_VERIFY(heard().contains("now\n"));
    QVERIFY(!heard().contains("nobody asked"));
}

void TestReadAloud::cutsShortWhatIsBeingSaid()
{
    ReadAloud voice;
    voice.setOn(true);
    voice.say(QStringLiteral("98.5"), true);
    QTRY_VERIFY(heard().contains("|--cancel|98.5\n"));
    voice.setOn(false);
    QTRY_VERIFY(heard().contains("\n--cancel|\n"));
}

void TestReadAloud::aComputerThatCannotSpeakSaysSo()
{
    QVERIFY(ReadAloud::isPossible());
    qputenv("PATH", inFolder("nowhere").toUtf8());
    QVERIFY(!ReadAloud::isPossible());
    ReadAloud voice;
    voice.setOn(true);
    QVERIFY(!voice.isOn());
}

QTEST_GUILESS_MAIN(TestReadAloud)
#include "tst_read_aloud.moc"
