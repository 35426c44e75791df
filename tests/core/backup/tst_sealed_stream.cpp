// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/backup/sealed_stream.h"

#include <QBuffer>
#include <QRandomGenerator>
#include <QTest>

using namespace thimblely;
using namespace thimblely::backup;

//! What was sealed comes back to the byte with the code, and in no other way.
class TestSealedStream : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_key = makeKey(m_code).value();
        m_sealed = seal({"first", QByteArray(70'000, 'x'), QByteArray(), "last"});
    }

    void comesBackToTheByte()
    {
        QCOMPARE(unseal(m_sealed, m_code).value(),
                 (QByteArrayList{"first", QByteArray(70'000, 'x'), QByteArray(), "last"}));
        QVERIFY(!m_sealed.contains("first"));
        QVERIFY(!m_sealed.contains("xxxxxxxx"));
        QVERIFY(m_sealed.contains("\"shop\":\"file\"")); // the head is in the open
    }

    void theSameTwiceIsSealedDifferently() { QVERIFY(seal({"first"}) != seal({"first"})); }

    void aCodeIsReadHoweverItWasCopied_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::newRow("as printed") << m_code;
        QTest::newRow("small, without hyphens") << QString(m_code).remove(u'-').toLower();
        QTest::newRow("with spaces") << QString(m_code).replace(u'-', u' ');
        QTest::newRow("long hyphens") << QString(m_code).replace(u'-', QStringLiteral("–"));
        QTest::newRow("O for 0, l for 1") << QString(m_code).replace(u'0', u'o').replace(u'1', u'l');
    }
    void aCodeIsReadHoweverItWasCopied()
    {
        QFETCH(const QString, typed);
        QVERIFY(unseal(m_sealed, typed).ok());
    }

    void aPassphraseOfOnesOwnStaysAsItIs()
    {
        QCOMPARE(normalBackupCode(QStringLiteral("correct horse Battery")), QStringLiteral("correct horse Battery"));
        QCOMPARE(makeKey(QStringLiteral("short")).error().code, QByteArray("backup.code_short"));
    }

    void anotherCodeOpensNothing()
    {
        QString other = m_code;
        other[0] = other[0] == u'A' ? u'B' : u'A';
        QCOMPARE(unseal(m_sealed, other).error().kind, ErrorKind::WrongSecret);
    }

    void newCodesDiffer()
    {
        QVERIFY(newBackupCode() != newBackupCode());
        QCOMPARE(newBackupCode().size(), qsizetype(24));
    }

    //! Every single byte matters, and so does every length it can be cut to.
    void nothingCanBeChangedOrCutOff()
    {
        const BackupSecret secret = unlock(m_key, m_code).value();
        const QByteArray small = seal({"piece", "other"});
        for (qsizetype at = 0; at < small.size(); ++at) {
            QByteArray changed = small;
            changed[at] = char(changed[at] ^ 1);
            const auto read = unsealWith(changed, secret);
            QVERIFY2(!read.ok(), qPrintable(QString::number(at)));
        }
        for (qsizetype size = 0; size < small.size(); ++size)
            QVERIFY2(!unsealWith(small.first(size), secret).ok(), qPrintable(QString::number(size)));
        QCOMPARE(unsealWith(small + 'x', secret).error().kind, ErrorKind::Corrupt);
    }

    void piecesCannotChangePlaces()
    {
        const BackupSecret secret = unlock(m_key, m_code).value();
        const QByteArray sealed = seal({"aaaa", "bbbb"});
        const qsizetype piece = 4 + 4 + 17;
        const qsizetype end = 4 + 17;
        const qsizetype first = sealed.size() - end - 2 * piece;
        const QByteArray swapped =
            sealed.first(first) + sealed.mid(first + piece, piece) + sealed.mid(first, piece) + sealed.last(end);
        QCOMPARE(swapped.size(), sealed.size());
        QCOMPARE(unsealWith(swapped, secret).error().kind, ErrorKind::Corrupt);
    }

    void whatIsNoneIsRefused_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<ErrorKind>("kind");
        QTest::newRow("nothing") << QByteArray() << ErrorKind::NotOurs;
        QTest::newRow("text") << QByteArray("Dear Mrs Bello, your suit") << ErrorKind::NotOurs;
        QTest::newRow("newer") << QByteArray("THMBBAK2xxxxxxxx") << ErrorKind::TooNew;
        QTest::newRow("a head of 4 GB") << QByteArray("THMBBAK1\xff\xff\xff\xff", 12) << ErrorKind::Corrupt;
        QTest::newRow("no json") << QByteArray("THMBBAK1\x02\0\0\0{]", 14) << ErrorKind::Corrupt;
        QTest::newRow("greedy key") << QByteArray("THMBBAK1\x00\0\0\0", 12) + QByteArray() << ErrorKind::Corrupt;
    }
    void whatIsNoneIsRefused()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(const ErrorKind, kind);
        QCOMPARE(unseal(bytes, m_code).error().kind, kind);
    }

    //! A stranger's file must not make the program work for hours or take all memory.
    void aKeyThatAsksForTooMuchIsRefused()
    {
        QByteArray json = m_key.toJson();
        json.replace("\"memory\":67108864", "\"memory\":671088640000");
        QCOMPARE(BackupKey::fromJson(json).error().kind, ErrorKind::Corrupt);
        json = m_key.toJson();
        json.replace("\"passes\":3", "\"passes\":300000");
        QCOMPARE(BackupKey::fromJson(json).error().kind, ErrorKind::Corrupt);
        QCOMPARE(BackupKey::fromJson(m_key.toJson()).value(), m_key);
    }

private:
    QByteArray seal(const QByteArrayList &pieces) const
    {
        QBuffer buffer;
        buffer.open(QIODevice::WriteOnly);
        SealedWriter writer =
            SealedWriter::begin(buffer, m_key, {{QStringLiteral("shop"), QStringLiteral("file")}}).value();
        for (const QByteArray &piece : pieces)
            (void)writer.write(piece).ok();
        (void)writer.finish().ok();
        return buffer.data();
    }
    static Result<QByteArrayList> drain(Result<SealedReader> reader)
    {
        if (!reader)
            return reader.error();
        QByteArrayList pieces;
        for (;;) {
            TRY_ASSIGN(const auto piece, reader->read());
            if (!piece)
                return pieces;
            pieces.append(*piece);
        }
    }
    static Result<QByteArrayList> unseal(QByteArray bytes, const QString &code)
    {
        QBuffer buffer(&bytes);
        buffer.open(QIODevice::ReadOnly);
        return drain(SealedReader::open(buffer, code));
    }
    static Result<QByteArrayList> unsealWith(QByteArray bytes, const BackupSecret &secret)
    {
        QBuffer buffer(&bytes);
        buffer.open(QIODevice::ReadOnly);
        return drain(SealedReader::open(buffer, secret));
    }

    QString m_code = QStringLiteral("K7PQ-2MX4-90RA-1B2C-3D4E");
    BackupKey m_key;
    QByteArray m_sealed;
};

QTEST_GUILESS_MAIN(TestSealedStream)
#include "tst_sealed_stream.moc"
